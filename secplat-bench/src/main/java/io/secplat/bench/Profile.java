package io.secplat.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Records what the server does while it is under load, with the JDK's own flight recorder. */
public record Profile(long pid, Path folder) {

    public void begin(String name) throws IOException, InterruptedException {
        jcmd("JFR.start", "name=" + name, "settings=profile");
    }

    public Path end(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".jfr").toAbsolutePath();
        jcmd("JFR.stop", "name=" + name, "filename=" + file);
        return file;
    }

    private void jcmd(String... words) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid));
        for (String word : words) {
            command.command().add(word);
        }
        int code = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("jcmd " + words[0] + " answered " + code);
        }
    }
}
