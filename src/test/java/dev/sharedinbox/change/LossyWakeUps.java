package dev.sharedinbox.change;

import dev.sharedinbox.platform.cluster.NodeBus;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.util.UUID;

/// Wake-ups that a test can have lost. It lives here because only here its proxy sees all of its methods.
@Alternative
@Priority(1)
@ApplicationScoped
public class LossyWakeUps extends WakeUps {

    private volatile boolean losing;

    @Inject
    LossyWakeUps(NodeBus nodes) {
        super(nodes);
    }

    /// For the proxy.
    LossyWakeUps() {
        super(null);
    }

    public void lose(boolean losing) {
        this.losing = losing;
    }

    @Override
    public void changed(UUID workspaceId) {
        if (!losing) {
            super.changed(workspaceId);
        }
    }
}
