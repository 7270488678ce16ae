package io.secplat.local.target;

import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Serves the text files of a folder, read anew at each request; nothing outside of it and no folder listings. */
public final class StaticFiles implements Function<Call, Answer> {

    private final Path folder;

    public StaticFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Answer apply(Call call) {
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return Answer.text(405, "Method not allowed\n").with("Allow", "GET, HEAD");
        }
        String name = call.path().endsWith("/") ? call.path() + "index.html" : call.path();
        Path file = folder.resolve(name.substring(1)).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return Answer.notFound();
        }
        try {
            return new Answer(200, contentType(file.toString()), Files.readString(file), Map.of());
        } catch (IOException e) {
            return Answer.notFound();
        }
    }

    private static String contentType(String file) {
        return file.endsWith(".html")
                ? "text/html; charset=utf-8"
                : file.endsWith(".css") ? "text/css; charset=utf-8" : "text/plain; charset=utf-8";
    }
}
