package io.secplat.local.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/** The machine as the names of native binaries spell it. */
record Platform(String os, boolean arm) {

    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        boolean mac = name.contains("mac");
        if (!mac && !name.contains("linux")) {
            throw new UnsupportedOperationException("Stores are brought along for Linux and macOS; on " + osName
                    + " point REDIS_URL and the others at your own");
        }
        return new Platform(mac ? "darwin" : "linux", osArch.contains("aarch64") || osArch.contains("arm64"));
    }

    String redisArchitecture() {
        return arm ? "arm64" : "amd64";
    }

    String postgresArchitecture() {
        return arm ? "arm_64" : "x86_64";
    }

    static InputStream resource(Class<?> from, String name) throws IOException {
        InputStream in = from.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("no " + name + " on the class path for this machine");
        }
        return in;
    }

    static void makeExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true, true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
