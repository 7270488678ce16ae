package io.secplat.workers.notify.twilio;

import java.util.regex.Pattern;

/**
 * One end of a message, as Twilio writes it. A number is personal: everything but {@link #wire} shows it masked.
 *
 * @param prefix {@code whatsapp:} or nothing
 * @param number a number in E.164 form; for the sender of an SMS also a short code or a name
 */
record TwilioAddress(String prefix, String number) {

    private static final String WHATSAPP = "whatsapp:";
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SENDER =
            Pattern.compile("\\+[1-9]\\d{6,14}|\\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}");
    /** A shorter number keeps only its first three characters, since the rest would say it all. */
    private static final int SHORTEST_WITH_END = 10;

    /** Both ends of a WhatsApp message; the prefix is added when it is not there. */
    static TwilioAddress whatsapp(String setting, String value) {
        String number = value.startsWith(WHATSAPP) ? value.substring(WHATSAPP.length()) : value;
        return new TwilioAddress(WHATSAPP, checked(setting, number, E164));
    }

    static TwilioAddress smsRecipient(String setting, String value) {
        return new TwilioAddress("", checked(setting, value, E164));
    }

    static TwilioAddress smsSender(String setting, String value) {
        return new TwilioAddress("", checked(setting, value, SENDER));
    }

    private static String checked(String setting, String value, Pattern form) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(setting + " must be a number with its country, such as +49 and digits");
        }
        return value;
    }

    String wire() {
        return prefix + number;
    }

    /** The first three characters and the last four, for example {@code +49…4711}. */
    String masked() {
        String start = number.substring(0, Math.min(3, number.length()));
        return start + "…" + (number.length() < SHORTEST_WITH_END ? "" : number.substring(number.length() - 4));
    }

    @Override
    public String toString() {
        return prefix + masked();
    }
}
