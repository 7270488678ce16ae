package io.secplat.local.http;

/** Text on HTML pages. */
public final class Html {

    private Html() {}

    /** The text with every character that HTML gives a meaning replaced; safe in elements and quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
