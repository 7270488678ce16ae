package io.secplat.api.website;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of the website by path, and the links that all lead to its one page. */
final class Website {

    /** The first parts of the stable links; pages below them (an asset, a job) are links too. */
    private static final Set<String> PAGES = Set.of(
            "",
            "login",
            "overview",
            "assets",
            "alerts",
            "findings",
            "incidents",
            "suppression",
            "jobs",
            "schedules",
            "reports",
            "policy",
            "audit",
            "users",
            "queue");

    private static final String PAGE = "/index.html";

    private final Map<String, WebsiteFile> files;

    Website(Map<String, WebsiteFile> files) {
        this.files = Map.copyOf(files);
    }

    /** The file at this path, or the page if the path is a stable link. */
    Optional<WebsiteFile> at(String path) {
        return Optional.ofNullable(files.get(isPage(path) ? PAGE : path));
    }

    /** The page that says that there is no such page. */
    WebsiteFile page() {
        return files.getOrDefault(PAGE, WebsiteFile.of(PAGE, new byte[0]));
    }

    private static boolean isPage(String path) {
        return PAGES.contains(path.substring(1).split("/", 2)[0]);
    }
}
