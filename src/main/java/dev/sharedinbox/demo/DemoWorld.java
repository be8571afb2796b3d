package dev.sharedinbox.demo;

import static dev.sharedinbox.team.access.Permission.ADMINISTRATE;
import static dev.sharedinbox.team.access.Permission.CHAT_ASSIGN;
import static dev.sharedinbox.team.access.Permission.CHAT_CLOSE;
import static dev.sharedinbox.team.access.Permission.CHAT_EDIT;
import static dev.sharedinbox.team.access.Permission.CHAT_REPLY;

import dev.sharedinbox.platform.Secrets;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Permission;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/// Makes sure at each start that the seeded workspaces, people, numbers and tags exist. What lives on top of them, such
/// as chats, comes later in the start, so it observes with a higher number than [#ORDER].
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class DemoWorld {

    static final int ORDER = 100;

    private static final Set<Permission> AGENT = EnumSet.of(CHAT_REPLY, CHAT_CLOSE, CHAT_EDIT, CHAT_ASSIGN);

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Pool pool;
    private final Secrets secrets;
    private final DevConfig config;

    DemoWorld(Pool pool, Secrets secrets, DevConfig config) {
        this.pool = pool;
        this.secrets = secrets;
        this.config = config;
    }

    void seed(@Observes @Priority(ORDER) StartupEvent start) {
        // Startup waits on the main thread: nobody may see a half-seeded world.
        cornerMarket().write(pool).chain(() -> otherShop().write(pool)).await().atMost(LIMIT);
    }

    private Seeds cornerMarket() {
        return new Seeds(DemoIds.WORKSPACE, "Corner Market")
                .role(DemoIds.ADMIN_ROLE, "Admin", ChatAccess.ALL, EnumSet.allOf(Permission.class))
                .role(DemoIds.MANAGER_ROLE, "Manager", ChatAccess.ALL, EnumSet.complementOf(EnumSet.of(ADMINISTRATE)))
                .role(DemoIds.AGENT_ROLE, "Agent", ChatAccess.MATCH_ASSIGNEE, AGENT)
                .user(DemoIds.MAYA, "maya", "Maya", DemoIds.ADMIN_ROLE)
                .user(DemoIds.OMAR, "omar", "Omar", DemoIds.MANAGER_ROLE)
                .user(DemoIds.LENA, "lena", "Lena", DemoIds.AGENT_ROLE)
                .user(DemoIds.JONAS, "jonas", "Jonas", DemoIds.AGENT_ROLE)
                .team(DemoIds.SALES_TEAM, "Sales", DemoIds.OMAR, DemoIds.LENA)
                .team(DemoIds.SUPPORT_TEAM, "Support", DemoIds.OMAR, DemoIds.JONAS)
                .plugin(DemoIds.PLUGIN, "demo", "210045600000001", secrets, config.appSecret())
                .inbox(DemoIds.SALES_INBOX, "Sales")
                .inbox(DemoIds.SUPPORT_INBOX, "Support")
                .number(
                        DemoIds.SALES_NUMBER,
                        DemoIds.PLUGIN,
                        DemoIds.SALES_INBOX,
                        "300100200300401",
                        "+1 650 555 0100",
                        "Sales")
                .number(
                        DemoIds.SUPPORT_NUMBER,
                        DemoIds.PLUGIN,
                        DemoIds.SUPPORT_INBOX,
                        "300100200300402",
                        "+1 650 555 0101",
                        "Support")
                .tag(DemoIds.id(71), "vip", "#8e44ad")
                .tag(DemoIds.id(72), "urgent", "#c0392b")
                .tag(DemoIds.id(73), "refund", "#d35400")
                .tag(DemoIds.id(74), "delivery", "#2980b9")
                .tag(DemoIds.id(75), "feedback", "#27ae60");
    }

    private Seeds otherShop() {
        return new Seeds(DemoIds.OTHER_WORKSPACE, "Other Shop")
                .role(DemoIds.OTHER_ADMIN_ROLE, "Admin", ChatAccess.ALL, EnumSet.allOf(Permission.class))
                .user(DemoIds.ZOE, "zoe", "Zoe", DemoIds.OTHER_ADMIN_ROLE)
                .plugin(DemoIds.OTHER_PLUGIN, "other", "210045600000002", secrets, config.appSecret())
                .inbox(DemoIds.OTHER_INBOX, "Main")
                .number(
                        DemoIds.OTHER_NUMBER,
                        DemoIds.OTHER_PLUGIN,
                        DemoIds.OTHER_INBOX,
                        "300100200300901",
                        "+1 650 555 0190",
                        "Main");
    }
}
