package io.secplat.workers.scan.headers.visit;

import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.headers.SecurityHeader;
import io.secplat.workers.scan.headers.observatory.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each test finds fault with, under a title that never changes, and what to do about it. */
enum HeaderWeakness {
    POLICY(
            Topic.CONTENT_SECURITY_POLICY,
            SecurityHeader.CSP,
            "Weak CSP",
            "Write the policy so that scripts and objects come from named hosts only: begin with \"default-src 'none'\", allow what the site "
                    + "needs over https, and replace 'unsafe-inline' and 'unsafe-eval' by hashes or nonces. Try it in "
                    + "Content-Security-Policy-Report-Only first. Name each directive once in each policy.",
            "Practical_implementation_guides/CSP"),
    COOKIES(
            Topic.COOKIES,
            null,
            "Insecure cookies",
            "Set every cookie with \"Secure\" and \"SameSite=Lax\" (or Strict), and those of sessions with \"HttpOnly\" as well; the "
                    + "settings of the application server or framework have a switch for each. A cookie with SameSite=None needs Secure.",
            "Practical_implementation_guides/Cookies"),
    SHARING(
            Topic.CROSS_ORIGIN_RESOURCE_SHARING,
            null,
            "CORS open to every origin",
            "Do not answer with whatever Origin was asked: compare it with a list of origins that may read the answers with the "
                    + "user's cookies. For public data answer \"Access-Control-Allow-Origin: *\" and leave out "
                    + "Access-Control-Allow-Credentials.",
            "Practical_implementation_guides/CORS"),
    REDIRECTION(
            Topic.REDIRECTION,
            null,
            "No safe redirect to HTTPS",
            "Let http:// answer with a 301 to https:// of the same host at once, and redirect to other hosts from there. Each host on "
                    + "the way needs a trusted certificate.",
            "Practical_implementation_guides/TLS#http_redirection"),
    REFERRER(
            Topic.REFERRER_POLICY,
            null,
            "Unsafe Referrer-Policy",
            "Send \"Referrer-Policy: strict-origin-when-cross-origin\" or a stricter one, so that other sites do not learn which page a "
                    + "user came from.",
            "Practical_implementation_guides/Referrer_policy"),
    TRANSPORT_SECURITY(
            Topic.STRICT_TRANSPORT_SECURITY,
            SecurityHeader.HSTS,
            "Weak HSTS",
            "Send \"Strict-Transport-Security: max-age=31536000; includeSubDomains\" once in each answer over HTTPS. Begin with a short "
                    + "max-age where some part of the site may not be ready for HTTPS.",
            "Practical_implementation_guides/TLS#http_strict_transport_security_implementation"),
    INTEGRITY(
            Topic.SUBRESOURCE_INTEGRITY,
            null,
            "Scripts without integrity",
            "Load scripts of other hosts by an https:// address in full and give each an integrity attribute with the hash of the "
                    + "file, or serve them from the site itself.",
            "Subresource_Integrity"),
    CONTENT_TYPE(
            Topic.X_CONTENT_TYPE_OPTIONS,
            SecurityHeader.X_CONTENT_TYPE_OPTIONS,
            "Invalid X-Content-Type-Options",
            "Send \"X-Content-Type-Options: nosniff\" once in each answer; look for a second server or proxy that adds it again.",
            "Practical_implementation_guides/MIME_types"),
    FRAMES(
            Topic.X_FRAME_OPTIONS,
            SecurityHeader.X_FRAME_OPTIONS,
            "Invalid X-Frame-Options",
            "Send \"X-Frame-Options: DENY\" (or SAMEORIGIN) once in each answer, or name who may frame the site in the directive "
                    + "frame-ancestors of the Content-Security-Policy.",
            "Practical_implementation_guides/Clickjacking"),
    RESOURCE_POLICY(
            Topic.CROSS_ORIGIN_RESOURCE_POLICY,
            null,
            "Invalid Cross-Origin-Resource-Policy",
            "Send \"Cross-Origin-Resource-Policy: same-origin\" (or same-site, or cross-origin for what others may embed), once in "
                    + "each answer.",
            "Practical_implementation_guides/CORP");

    private static final String GUIDES = "https://developer.mozilla.org/en-US/docs/Web/Security/";

    private final Topic topic;
    private final @Nullable SecurityHeader header;
    private final String title;
    private final String remediation;
    private final String guide;

    HeaderWeakness(Topic topic, @Nullable SecurityHeader header, String title, String remediation, String guide) {
        this.topic = topic;
        this.header = header;
        this.title = title;
        this.remediation = remediation;
        this.guide = guide;
    }

    static HeaderWeakness of(Topic topic) {
        return Arrays.stream(values())
                .filter(weakness -> weakness.topic == topic)
                .findFirst()
                .orElseThrow();
    }

    Check check() {
        return new Check("header_scan", "security_headers", "headers", title);
    }

    /** The header whose absence is a finding of its own. */
    Optional<SecurityHeader> header() {
        return Optional.ofNullable(header);
    }

    String remediation() {
        return remediation;
    }

    List<String> references() {
        return List.of(GUIDES + guide);
    }
}
