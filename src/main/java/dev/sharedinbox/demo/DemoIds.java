package dev.sharedinbox.demo;

import java.util.UUID;

/// The ids of the seeded world, the same in every installation, so that tests, benchmarks and front ends can name them.
public final class DemoIds {

    /// "Corner Market", where almost everything of the demo happens.
    public static final UUID WORKSPACE = id(1);
    /// "Other Shop", which must never see anything of the first.
    public static final UUID OTHER_WORKSPACE = id(2);

    public static final UUID ADMIN_ROLE = id(11);
    public static final UUID MANAGER_ROLE = id(12);
    public static final UUID AGENT_ROLE = id(13);
    public static final UUID OTHER_ADMIN_ROLE = id(14);

    public static final UUID MAYA = id(21);
    public static final UUID OMAR = id(22);
    public static final UUID LENA = id(23);
    public static final UUID JONAS = id(24);
    public static final UUID ZOE = id(25);

    public static final UUID SALES_TEAM = id(31);
    public static final UUID SUPPORT_TEAM = id(32);

    public static final UUID PLUGIN = id(41);
    public static final UUID OTHER_PLUGIN = id(42);

    public static final UUID SALES_INBOX = id(51);
    public static final UUID SUPPORT_INBOX = id(52);
    public static final UUID OTHER_INBOX = id(53);

    public static final UUID SALES_NUMBER = id(61);
    public static final UUID SUPPORT_NUMBER = id(62);
    public static final UUID OTHER_NUMBER = id(63);

    private DemoIds() {}

    static UUID id(int number) {
        return UUID.fromString("01900000-0000-7000-8000-%012d".formatted(number));
    }
}
