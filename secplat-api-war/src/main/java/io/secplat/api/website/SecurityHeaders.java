package io.secplat.api.website;

import java.util.List;
import java.util.Map;

/** What every answer of the website tells the browser to refuse. */
final class SecurityHeaders {

    /** The style elements that the pinned Vaadin components add to the document; the browser journey notices a new one. */
    private static final List<String> VAADIN_STYLES = List.of(
            "'sha256-RZCz6/UeJMtZ60YPy9XLdf5fxzattX6+QhnpDMDLNho='",
            "'sha256-rRcVg9KnRtadgAGRvS1IlkrlQsH3shuO3yHW7A2DZEk='",
            "'sha256-peTsiXSLpuSs7cD42trfTzmd120BSxFbCN5N2acsJGw='",
            "'sha256-0wLqlhzs6Y30XLr3aVbYP1PYgStuEbKPfSQ0hPe+kY4='",
            "'sha256-LGebpGBP4rWWgHT+HLo2ODJGtFNV4EbTdFjEntFbBEQ='");

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' " + String.join(" ", VAADIN_STYLES),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private SecurityHeaders() {}
}
