package io.secplat.api.website;

/** How long a browser may keep a file. */
enum Caching {
    /** Asked for anew each time; the entity tag makes that cheap. */
    ASK("no-cache"),
    /** Kept for a year: the name changes with the content. */
    FOREVER("public, max-age=31536000, immutable");

    private final String header;

    Caching(String header) {
        this.header = header;
    }

    /** The value of {@code Cache-Control}. */
    String header() {
        return header;
    }

    /** Files that esbuild named after their content look like {@code app/assets-7CNWX4IY.js}. */
    static Caching of(String path) {
        return path.matches(".*-[A-Z0-9]{8}\\.[a-z0-9]+") ? FOREVER : ASK;
    }
}
