package io.secplat.workers.scan.headers.observatory;

import java.util.List;

/** Pages, good, bad and broken. */
final class MadeUpPages {

    private final Dice dice;
    private final MadeUpPolicies policies;

    MadeUpPages(Dice dice, MadeUpPolicies policies) {
        this.dice = dice;
        this.policies = policies;
    }

    String page() {
        if (dice.chance(10)) {
            return dice.one("", "plain words", "{\"json\": [1]}", "<", "<!doctype html>", "<script>", "\ufeff<p>x");
        }
        List<String> head = dice.some(4, this::inHead);
        List<String> body = dice.some(5, this::inBody);
        String start = dice.one("<!doctype html><html><head>", "<html>", "<HEAD>", "", "<!-- x --><html><head>");
        String middle = dice.one("</head><body>", "<body>", "", "</head>", "</head><body><div>");
        return start
                + String.join("", head)
                + middle
                + String.join("\n", body)
                + dice.one("</body></html>", "", "</html>");
    }

    private String inHead() {
        return dice.chance(50) ? meta() : dice.chance(70) ? script() : odd();
    }

    private String inBody() {
        return dice.chance(20) ? meta() : dice.chance(60) ? script() : odd();
    }

    private String meta() {
        String quote = dice.one("\"", "\"", "\"", "'");
        String policy = policies.policy().replace(quote, "&#" + (int) quote.charAt(0) + ";");
        String pragma = dice.spelled("Content-Security-Policy").replace('\u00a0', ' ');
        return dice.one(
                "<meta http-equiv=\"" + pragma + "\" content=" + quote + policy + quote + ">",
                "<meta http-equiv=\"" + pragma + "\" content=" + quote + policy + quote + ">",
                "<META content=" + quote + policy + quote + " HTTP-EQUIV=" + pragma.strip() + " />",
                "<meta http-equiv=\"Content-Security-Policy\">",
                "<meta http-equiv=\"Content-Security-Policy-Report-Only\" content=\"default-src 'none'\">",
                "<meta name=\"" + dice.spelled("referrer") + "\" content=\"" + MadeUpSites.referrer(dice) + "\">",
                "<meta name=referrer content=" + dice.one("origin", "no-referrer", "''", "never") + ">",
                "<meta http-equiv=refresh name=referrer content=origin>",
                "<meta http-equiv name=referrer content=origin>",
                "<meta http-equiv=\"x-frame-options\" content=\"deny\">",
                "<meta charset=utf-8>");
    }

    private String script() {
        String integrity = dice.one("", "", " integrity=\"sha384-abc\"", " integrity", " integrity=''");
        return "<" + dice.one("script", "script", "script", "SCRIPT") + integrity
                + dice.one("", "", " async", " crossorigin=anonymous", " type=module")
                + dice.one(" src=\"" + address() + "\"", " src=\"" + address() + "\"", " src='" + address() + "'", "")
                + ">" + dice.one("", "", "if (a < b) { '<meta name=referrer content=origin>' }") + "</script>";
    }

    private String address() {
        return dice.worn(dice.one(
                "/app.js",
                "app.js",
                "./a/../app.js",
                "?v=1",
                "#x",
                "",
                " ",
                "//cdn.example/a.js",
                "//cdn.example/a.js",
                "///cdn.example/a.js",
                "/\\cdn.example/a.js",
                "\\\\cdn.example/a.js",
                "https://cdn.example/a.js",
                "https://cdn.example/a.js",
                "http://cdn.example/a.js",
                "HTTPS://CDN.Example/a.js",
                " https://cdn.example/a.js ",
                "https:cdn.example/a.js",
                "https:/cdn.example/a.js",
                "https:\\\\cdn.example\\a.js",
                "https://site.example/a.js",
                "https://www.site.example/a.js",
                "http://static.site.example:8080/a.js",
                "https://user:secret@site.example/a.js",
                "https://site.example.evil.example/a.js",
                "https://a.github.io/x.js",
                "https://site.co.uk/x.js",
                "https://other.co.uk/x.js",
                "https://127.0.0.1/a.js",
                "https://[::1]/a.js",
                "https://localhost/a.js",
                "https://127.1/a.js",
                "https://site.example./a.js",
                "https://\u00fcber.example/a.js",
                "https://cdn.ex\tample/a.js",
                "https://cdn%2eexample/a.js",
                "data:text/javascript,1",
                "javascript:1",
                "blob:https://cdn.example/1",
                "ftp://cdn.example/a.js",
                "file:///a.js",
                "mailto:a@b.example"));
    }

    private String odd() {
        return dice.one(
                "<base href=\""
                        + dice.one(
                                "/",
                                "/app/",
                                "https://cdn.example/",
                                "https://www.site.example/x/",
                                "http://cdn.example",
                                "about:blank",
                                "data:text/html,x",
                                "foo:bar",
                                "ftp://files.example/")
                        + "\">",
                "<base target=_blank>",
                "<template>" + meta() + script() + "</template>",
                "<noscript>" + meta() + script() + "</noscript>",
                "<svg>" + script() + "</svg>",
                "<svg><foreignObject>" + script() + "</foreignObject></svg>",
                "<svg>" + meta() + "</svg>",
                "<math>" + meta() + "</math>",
                "<!--" + meta() + "-->",
                "<table><tr><td>" + meta() + script() + "</table>",
                "<table>" + meta() + script() + "</table>",
                "<select><option>" + script() + "</select>",
                "<title>" + meta() + "</title>",
                "<textarea>" + script() + "</textarea>",
                "<style>" + meta() + "</style>",
                "<iframe>" + script() + "</iframe>",
                "<p>words <b>and <i>tags</b></i>",
                "<div hidden>" + meta() + "</div>",
                "<form><input><button>",
                "</div></p></head>",
                "<p title='" + meta().replace("'", "") + "'>");
    }
}
