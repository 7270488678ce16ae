package io.secplat.local.launch;

import io.secplat.local.admin.Console;
import io.secplat.local.process.ProcessStamp;
import io.secplat.local.process.Running;
import io.secplat.local.process.StartFailedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of one local run, found again through its data folder. Parts that other commands started are seen too;
 * a recycled process id is never taken for one of ours.
 */
public final class LocalPlatform {

    private final Layout layout;
    private final Settings settings;
    private final Secrets secrets;
    private final RunBook book;
    private final Programs programs;

    private LocalPlatform(Layout layout, Settings settings, Map<String, String> inherited) {
        this.layout = layout;
        this.settings = settings;
        this.secrets = new Secrets(layout.secrets());
        this.book = new RunBook(layout.run());
        this.programs = new Programs(layout, settings, secrets, inherited);
    }

    /** The platform as this environment wants it, for {@code up}. */
    public static LocalPlatform fresh(Layout layout, Map<String, String> environment) {
        return new LocalPlatform(layout, Settings.of(environment), environment);
    }

    /** The platform as the last {@code up} left it; variables that are set now come first, ports excepted. */
    public static LocalPlatform recorded(Layout layout, Map<String, String> environment) throws IOException {
        Settings stored = Settings.load(settingsFile(layout));
        Settings merged = stored.overriddenBy(Settings.of(environment)).overriddenBy(stored.portsOnly());
        return new LocalPlatform(layout, merged, environment);
    }

    public Layout layout() {
        return layout;
    }

    public Settings settings() {
        return settings;
    }

    public Secrets secrets() {
        return secrets;
    }

    /** The parts of the recorded mode: one server per role, or a single one. */
    public List<Part> parts() {
        return Part.of(isSingle());
    }

    /** Whether the last {@code up} asked for a single server. */
    public boolean isSingle() {
        return Files.exists(layout.run().resolve("single"));
    }

    /** Writes down how it is started, for later commands. */
    void record(boolean single) throws IOException {
        settings.store(settingsFile(layout));
        Path mark = layout.run().resolve("single");
        if (single) {
            Files.writeString(mark, "");
        } else {
            Files.deleteIfExists(mark);
        }
    }

    /** Starts the part and answers at once; readiness is awaited on the result. */
    public Running start(Part part) throws IOException {
        Optional<Running> already = running(part);
        if (already.isPresent()) {
            return already.get();
        }
        if (!Ports.comesFree(settings.port(part))) {
            throw new StartFailedException(Ports.taken(part, settings.port(part)));
        }
        Running started = Running.start(programs.of(part), layout.log(part));
        book.started(part, started.stamp());
        return started;
    }

    /** The part's process, while it runs. */
    public Optional<Running> running(Part part) throws IOException {
        Optional<ProcessStamp> stamp = book.stamp(part);
        if (stamp.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Running.found(programs.of(part), stamp.get(), layout.log(part)))
                .filter(Running::isAlive);
    }

    /** Stops the part politely, then by force; false when it did not run. */
    public boolean stop(Part part) throws IOException {
        Optional<Running> running = running(part);
        running.ifPresent(Running::stop);
        book.stopped(part);
        return running.isPresent();
    }

    /** SIGKILL; false when it did not run. Status shows the part as died until it is started again. */
    public boolean kill(Part part) throws IOException {
        Optional<Running> running = running(part);
        running.ifPresent(Running::kill);
        return running.isPresent();
    }

    public Condition condition(Part part) throws IOException {
        Optional<Running> running = running(part);
        if (running.isPresent()) {
            return running.get().isReady() ? Condition.READY : Condition.NOT_READY;
        }
        return book.stamp(part).isPresent() ? Condition.DIED : Condition.STOPPED;
    }

    /** The console of a server; a StartFailedException when it has none. */
    Console console(Part server) throws IOException {
        if (server.kind() != Part.Kind.SERVER) {
            throw new StartFailedException(server.title() + " is no server of ours and has no console.");
        }
        if (!settings.hasConsoles()) {
            throw new StartFailedException("The consoles are off. Switch them on with SECPLAT_CONSOLE=on ./secplat up");
        }
        return new Console(
                URI.create("https://127.0.0.1:" + settings.consolePort(server)),
                ServerEnvironment.OPERATOR,
                secrets.password("console"),
                consoleKeys(server),
                secrets.password("keystore"));
    }

    /** One file for all when it is given, else the one that each server made. */
    private Path consoleKeys(Part server) {
        return settings.get(ServerEnvironment.CONSOLE_KEYSTORE).map(Path::of).orElseGet(() -> layout.liberty()
                .resolve("servers")
                .resolve(server.title())
                .resolve("resources/security/key.p12"));
    }

    private static Path settingsFile(Layout layout) {
        return layout.run().resolve("settings.properties");
    }
}
