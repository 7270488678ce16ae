package io.secplat.workers.notify.twilio;

/**
 * The two ways in which a text message is written (3GPP TS 23.038). A message that does not fit into one segment is sent in
 * several, each a little shorter, and no character is divided between two of them.
 */
enum SmsAlphabet {

    /** Seven bits for a character; those of the extension table take two places. */
    GSM_7(160, 153) {
        @Override
        int cost(int character) {
            if (BASIC.indexOf(character) >= 0) {
                return 1;
            }
            return EXTENSION.indexOf(character) >= 0 ? 2 : IMPOSSIBLE;
        }
    },

    /** Sixteen bits for a character; those beyond U+FFFF take two places. */
    UCS_2(70, 67) {
        @Override
        int cost(int character) {
            return Character.charCount(character);
        }
    };

    private static final int IMPOSSIBLE = 0;
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private final int alone;
    private final int oneOfSeveral;

    SmsAlphabet(int alone, int oneOfSeveral) {
        this.alone = alone;
        this.oneOfSeveral = oneOfSeveral;
    }

    /** The places that a character takes, 1 or 2; 0 when it cannot be written. */
    abstract int cost(int character);

    /** The one that takes fewer segments: GSM-7 whenever it has all characters. */
    static SmsAlphabet of(String text) {
        return text.codePoints().allMatch(character -> GSM_7.cost(character) > IMPOSSIBLE) ? GSM_7 : UCS_2;
    }

    /** The segments that a text takes which can be written so; 1 for an empty one. */
    int segments(String text) {
        if (text.codePoints().map(this::cost).sum() <= alone) {
            return 1;
        }
        int segments = 1;
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            int cost = cost(character);
            if (used + cost > oneOfSeveral) {
                segments++;
                used = 0;
            }
            used += cost;
        }
        return segments;
    }
}
