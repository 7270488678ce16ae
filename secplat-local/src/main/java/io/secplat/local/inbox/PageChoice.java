package io.secplat.local.inbox;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody chose on the page.
 *
 * @param service the one service to show; all when empty
 * @param still whether the page stays as it is, for those whom a page that loads itself again disturbs
 */
record PageChoice(Optional<String> service, boolean still) {

    static PageChoice of(Map<String, String> query, Map<String, String> services) {
        return new PageChoice(
                Optional.ofNullable(query.get("service")).filter(services::containsKey),
                "no".equals(query.get("reload")));
    }

    /** The address of the same page for another service, or all. */
    String address(Optional<String> other) {
        String chosen = other.map(name -> "service=" + name + "&amp;").orElse("");
        return "/?" + chosen + "reload=" + (still ? "no" : "yes");
    }

    /** The address of the same page that loads itself again, or does not any more. */
    String addressOfTheOther() {
        return new PageChoice(service, !still).address(service);
    }
}
