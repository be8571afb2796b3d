package dev.sharedinbox.realtime.wire;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Lets every upgrade pass, and keeps the connection below it for [dev.sharedinbox.realtime.socket.Line].
@Singleton
class LiveUpgrade implements HttpUpgradeCheck {

    LiveUpgrade() {}

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        upgrade.userData().put(Wire.KEY, Wire.below(upgrade.httpRequest()));
        return CheckResult.permitUpgrade();
    }
}
