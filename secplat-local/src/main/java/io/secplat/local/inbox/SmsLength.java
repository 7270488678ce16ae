package io.secplat.local.inbox;

/** How many segments Twilio makes of a text: 160 places of GSM-7 or 70 of UCS-2, and fewer in each of several. */
final class SmsLength {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private SmsLength() {}

    static int segments(String text) {
        boolean gsm = text.codePoints().allMatch(one -> BASIC.indexOf(one) >= 0 || EXTENDED.indexOf(one) >= 0);
        return gsm ? segments(text, 160, 153, true) : segments(text, 70, 67, false);
    }

    private static int segments(String text, int alone, int oneOfSeveral, boolean gsm) {
        int all = 0;
        int segments = 1;
        int used = 0;
        for (int one : text.codePoints().toArray()) {
            int places = gsm ? (EXTENDED.indexOf(one) >= 0 ? 2 : 1) : Character.charCount(one);
            all += places;
            if (used + places > oneOfSeveral) {
                segments++;
                used = 0;
            }
            used += places;
        }
        return all <= alone ? 1 : segments;
    }
}
