package io.secplat.api.website;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the website out of the WAR once; it is about a megabyte. */
final class WebsiteFiles {

    private static final String ROOT = "/WEB-INF/website";

    private WebsiteFiles() {}

    static Website in(ServletContext war) {
        Map<String, WebsiteFile> files = new TreeMap<>();
        collect(war, ROOT + "/", files);
        return new Website(files);
    }

    private static void collect(ServletContext war, String folder, Map<String, WebsiteFile> files) {
        Set<String> paths = war.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                collect(war, path, files);
            } else {
                String name = path.substring(ROOT.length());
                files.put(name, WebsiteFile.of(name, read(war, path)));
            }
        }
    }

    private static byte[] read(ServletContext war, String path) {
        try (InputStream in = war.getResourceAsStream(path)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("website file " + path, unreadable);
        }
    }
}
