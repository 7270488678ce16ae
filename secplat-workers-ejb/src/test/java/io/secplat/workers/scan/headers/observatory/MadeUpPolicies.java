package io.secplat.workers.scan.headers.observatory;

import java.util.List;

/** Content Security Policies, good, bad and broken. */
final class MadeUpPolicies {

    private final Dice dice;

    MadeUpPolicies(Dice dice) {
        this.dice = dice;
    }

    String policy() {
        if (dice.chance(12)) {
            return whole();
        }
        String separator = dice.one("; ", ";", " ; ", ";;", ";\t");
        List<String> directives = dice.some(6, this::directive);
        return dice.worn(dice.spelled(String.join(separator, directives)));
    }

    private String whole() {
        return dice.one(
                "default-src 'none'",
                "default-src 'self'",
                "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'",
                "default-src 'none' 'none'",
                "script-src 'strict-dynamic' 'nonce-abc' https: 'unsafe-inline'; object-src 'none'; base-uri 'none'",
                "default-src 'self'; img-src http://pictures.example",
                "default-src 'self' 'unsafe-inline' 'nonce-x'; report-uri /a; report-uri /b",
                "frame-ancestors 'none'",
                "report-uri http://reports.example/csp",
                "upgrade-insecure-requests",
                "img-src",
                "sandbox",
                ";;;;;;;",
                "default-src 'none', script-src 'self'",
                "x",
                "");
    }

    private String directive() {
        String name = dice.one(
                "default-src",
                "script-src",
                "script-src",
                "style-src",
                "object-src",
                "img-src",
                "media-src",
                "font-src",
                "connect-src",
                "frame-src",
                "base-uri",
                "form-action",
                "frame-ancestors",
                "report-uri",
                "report-to",
                "sandbox",
                "upgrade-insecure-requests",
                "script-src-elem",
                "made-up-src",
                "__proto__");
        List<String> sources = dice.some(5, this::source);
        return dice.spelled(name)
                + (sources.isEmpty() ? "" : dice.one(" ", " ", "  ", "\t"))
                + String.join(dice.one(" ", " ", "  ", "\u00a0"), sources);
    }

    private String source() {
        return dice.worn(dice.spelled(dice.one(
                "'self'",
                "'self'",
                "'none'",
                "'unsafe-inline'",
                "'unsafe-eval'",
                "'strict-dynamic'",
                "'nonce-abc123'",
                "'nonce-'",
                "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
                "'sha384-x'",
                "'sha512-y'",
                "'wasm-unsafe-eval'",
                "'unsafe-hashes'",
                "'report-sample'",
                "data:",
                "blob:",
                "http:",
                "https:",
                "ftp:",
                "*",
                "https://*",
                "http://*",
                "http://*.*",
                "https://*.*",
                "*.site.example",
                "https://cdn.example",
                "https://cdn.example/",
                "https://cdn.example/js/",
                "https://cdn.example/js/app.js",
                "http://cdn.example",
                "https://cdn.example/%6As/",
                "https://cdn.example/%zz",
                "https://cdn.example/%C3%A9",
                "cdn.example:8080",
                "ftp://files.example",
                "wss://live.example",
                "d",
                "h",
                "'",
                "/",
                "//",
                "a/b",
                "\u00fcber.example",
                "allow-scripts",
                "group1")));
    }
}
