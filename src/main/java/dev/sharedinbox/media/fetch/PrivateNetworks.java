package dev.sharedinbox.media.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Tells addresses that are not of the public internet: this machine, its network, and what is reserved.
public final class PrivateNetworks {

    private PrivateNetworks() {}

    public static boolean include(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? isReserved6(address.getAddress())
                        : isReserved4(address.getAddress()));
    }

    /// 0/8, 100.64/10 (carrier networks), 192.0.0/24, 198.18/15 (benchmarks) and 240/4.
    private static boolean isReserved4(byte[] bytes) {
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18);
    }

    /// fc00::/7 is private; 64:ff9b::/96 and 2002::/16 lead to the IPv4 address inside.
    private static boolean isReserved6(byte[] bytes) {
        var first = bytes[0] & 0xff;
        if ((first & 0xfe) == 0xfc) {
            return true;
        }
        if (first == 0x20 && bytes[1] == 0x02) {
            return include(inside(bytes, 2));
        }
        return first == 0 && bytes[1] == 0x64 && include(inside(bytes, 12));
    }

    private static InetAddress inside(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
