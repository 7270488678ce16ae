package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slack's markup as HTML. Everything that is not one of its few marks is shown as it is, escaped. */
final class SlackMarkup {

    private static final Pattern SPECIAL = Pattern.compile("<(https?://[^<>|\\s]+|!date\\^[^<>|]*)(?:\\|([^<>]*))?>");
    private static final Pattern BOLD = Pattern.compile("(?<![\\w*])\\*([^*\\n]+)\\*(?![\\w*])");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    private SlackMarkup() {}

    /** Of text in which {@code &}, {@code <} and {@code >} are written as entities. */
    static String html(String text) {
        StringBuilder html = new StringBuilder();
        Matcher special = SPECIAL.matcher(text);
        int from = 0;
        while (special.find()) {
            html.append(words(text.substring(from, special.start())));
            html.append(shown(special.group(1), special.group(2)));
            from = special.end();
        }
        return html.append(words(text.substring(from))).toString();
    }

    /** Of text without marks but names of emoji. */
    static String plain(String text) {
        return emoji(escaped(unescaped(text)));
    }

    private static String shown(String target, @Nullable String label) {
        String name = plain(label == null ? target : label);
        return target.startsWith("!")
                ? name
                : "<a href=\"" + escaped(unescaped(target)) + "\" rel=\"noreferrer\">" + name + "</a>";
    }

    private static String words(String text) {
        String bold = BOLD.matcher(plain(text)).replaceAll("<b>$1</b>");
        return CODE.matcher(bold).replaceAll("<code>$1</code>");
    }

    private static String emoji(String html) {
        return html.replace(":white_check_mark:", "<span class=\"tick\">✓</span>");
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
