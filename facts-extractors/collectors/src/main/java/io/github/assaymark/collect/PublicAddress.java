package io.github.assaymark.collect;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Which addresses are those of the public internet. What is not is never probed: a repository that names an address
 * must not lead to the metadata service of a cloud or to the inside of a network (RFC 6890 and the registries of
 * special addresses that IANA keeps).
 */
final class PublicAddress {
    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        return !(a == 0
                || a == 10
                || a == 127
                || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    /** Only 2000::/3 is given to anybody; and an address of version 4 inside of one of version 6 is judged as such. */
    private static boolean isPublic6(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        if (isTranslated(bytes)) return isPublic4(bytes, 12);
        if (a == 0x20 && b == 0x02) return isPublic4(bytes, 2);
        boolean documentation = (a == 0x20 && b == 0x01 && c == 0x0d && (bytes[3] & 0xff) == 0xb8)
                || (a == 0x3f && b == 0xff && c < 0x10);
        boolean special = a == 0x20 && b == 0x01 && c < 0x02;
        return (a & 0xe0) == 0x20 && !documentation && !special;
    }

    /** 64:ff9b::/96 (RFC 6052); what follows it, 64:ff9b:1::/48, leads into somebody's own network (RFC 8215). */
    private static boolean isTranslated(byte[] bytes) {
        byte[] prefix = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
        return Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
