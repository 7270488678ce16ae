package io.secplat.workers.scan.tls.rating;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cipher suite. Its name says all there is to know about it.
 *
 * @param code two bytes, or three for a kind of SSL 2.0
 * @param name as the IANA registry has it
 */
public record CipherSuite(int code, String name) {

    private static final Pattern BLOCKS_OF_64 = Pattern.compile("_(3?DES|RC2|IDEA)");
    private static final Pattern AEAD = Pattern.compile("_(GCM|CCM|CHACHA20)");
    private static final Pattern KEY_BITS = Pattern.compile("_(?:EXPORT)?(40|56|128|256)(_|$)");
    private static final int THREE_DES_BITS = 168;
    private static final int DES_BITS = 56;

    /** How keys are agreed on and the server is known: {@code ECDHE_RSA}, {@code RSA_EXPORT}, {@code DH_anon}. */
    public String keyExchange() {
        int with = name.indexOf("_WITH_");
        if (isSsl2()) {
            return "RSA";
        }
        return with < 0 ? "TLS13" : name.substring("TLS_".length(), with);
    }

    public boolean isSsl2() {
        return name.startsWith("SSL_CK_");
    }

    public boolean isTls13() {
        return keyExchange().equals("TLS13");
    }

    public boolean isAnonymous() {
        return keyExchange().contains("_anon");
    }

    public boolean isExport() {
        return name.contains("EXPORT");
    }

    public boolean isNull() {
        return name.contains("_NULL");
    }

    public boolean isRc4() {
        return name.contains("RC4");
    }

    public boolean isAead() {
        return AEAD.matcher(name).find();
    }

    public boolean isCbc() {
        return name.contains("CBC");
    }

    /** Whether it encrypts in blocks of 64 bits (Sweet32). */
    public boolean hasSmallBlocks() {
        return BLOCKS_OF_64.matcher(name).find();
    }

    /** Whether a key that is stolen later opens no session of today. */
    public boolean isForwardSecret() {
        return isTls13() || (isEphemeral() && !isAnonymous());
    }

    /** Whether a key exchange of its own goes with each handshake. */
    public boolean isEphemeral() {
        return keyExchange().startsWith("DHE_") || keyExchange().startsWith("ECDHE_") || (isAnonymous() && !isTls13());
    }

    /** Bits of the symmetric key; 168 for triple DES, as the guide counts it. */
    public int bits() {
        if (isNull()) {
            return 0;
        }
        if (name.contains("DES40") || name.contains("EXPORT40")) {
            return 40;
        }
        if (name.contains("3DES") || name.contains("EDE3")) {
            return THREE_DES_BITS;
        }
        if (name.contains("_DES_")) {
            return DES_BITS;
        }
        Matcher bits = KEY_BITS.matcher(name);
        return name.contains("CHACHA20") ? 256 : bits.find() ? Integer.parseInt(bits.group(1)) : 128;
    }

    /** Whether it can be broken, or hides nothing, or from nobody in particular. */
    public boolean isWeak() {
        return isAnonymous() || isNull() || isExport() || isRc4() || hasSmallBlocks();
    }
}
