package io.secplat.local.target;

import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import java.nio.file.Path;
import java.util.function.Function;

/** A plain website of static files with the usual security headers; the place to prove that a domain is yours. */
public final class VerifyWeb implements Function<Call, Answer> {

    private final StaticFiles files;

    public VerifyWeb(Path folder) {
        this.files = new StaticFiles(folder);
    }

    @Override
    public Answer apply(Call call) {
        if (call.path().equals("/")) {
            return guarded(Answer.html(200, "<!DOCTYPE html><title>verify-web</title><h1>verify-web</h1>\n"));
        }
        return guarded(files.apply(call));
    }

    private static Answer guarded(Answer answer) {
        return answer.with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "no-referrer")
                .with("Content-Security-Policy", "default-src 'none'");
    }
}
