package io.secplat.local.launch;

import io.secplat.local.process.StartFailedException;
import io.secplat.local.store.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that {@code ./secplat} understands. Exit code 0: done; 1: could not; 2: not understood. */
@Command(
        name = "./secplat",
        mixinStandardHelpOptions = true,
        description = "Runs the whole of SecPlat on this machine.",
        synopsisSubcommandLabel = "COMMAND")
public final class SecPlat {

    private final Layout layout;
    private final Map<String, String> environment;
    private final Terminal terminal;

    SecPlat(Layout layout, Map<String, String> environment, Terminal terminal) {
        this.layout = layout;
        this.environment = environment;
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Path root = Path.of(System.getProperty("secplat.root", ""));
        Path data = Path.of(environment.getOrDefault(
                "SECPLAT_DATA", root.resolve(".secplat").toString()));
        SecPlat commands = new SecPlat(new Layout(root, data), environment, new Terminal(System.out));
        System.exit(commands.execute(arguments));
    }

    int execute(String... arguments) {
        return new CommandLine(this)
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure))
                .execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    @Command(name = "up", description = "Starts what does not run and waits until it is ready.")
    int up(@Option(names = "--single", description = "All roles in one server.") boolean single)
            throws IOException, InterruptedException {
        new UpCommand(layout, environment, terminal).run(single);
        return 0;
    }

    @Command(name = "status", description = "Shows every part; exit code 1 when one is not ready.")
    int status() throws IOException {
        return new Overview(platform(), terminal).print() ? 0 : 1;
    }

    @Command(name = "logs", description = "Shows the end of a part's log.")
    int logs(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "-f", description = "Goes on with what is added.") boolean follow,
            @Option(names = "-n", defaultValue = "200", description = "How many lines (${DEFAULT-VALUE}).") int lines)
            throws IOException, InterruptedException {
        new LogsCommand(terminal).run(layout.log(part(name)), lines, follow);
        return 0;
    }

    @Command(name = "start", description = "Starts a part that was stopped or has died.")
    int start(@Parameters(paramLabel = "NAME") String name) throws IOException, InterruptedException {
        LocalPlatform platform = platform();
        Part part = part(name);
        if (platform.condition(part) == Condition.READY) {
            terminal.say("%s runs already.", name);
            return 0;
        }
        try (StartUp start = new StartUp(platform, terminal)) {
            start.bringUp(List.of(part));
            start.keep();
        }
        return 0;
    }

    @Command(name = "stop", description = "Asks a part to end, and ends it when it takes too long.")
    int stop(@Parameters(paramLabel = "NAME") String name) throws IOException {
        terminal.say(platform().stop(part(name)) ? "%s is stopped." : "%s did not run.", name);
        return 0;
    }

    @Command(name = "kill", description = "Ends a part at once with SIGKILL.")
    int kill(@Parameters(paramLabel = "NAME") String name) throws IOException {
        terminal.say(platform().kill(part(name)) ? "%s is killed." : "%s did not run.", name);
        return 0;
    }

    @Command(
            name = "admin",
            description = {
                "Shows what the server of a role offers to operators, or has it done, over its console.",
                "The console must be on: SECPLAT_CONSOLE=on ./secplat up"
            })
    int admin(
            @Parameters(paramLabel = "ROLE") String role,
            @Parameters(paramLabel = "OPERATION", arity = "0..1") @Nullable String operation,
            @Parameters(paramLabel = "WORD", arity = "0..*") @Nullable List<String> words)
            throws IOException {
        LocalPlatform platform = platform();
        Part server = platform.isSingle() ? Part.ALL : part(role);
        AdminCommand command = AdminCommand.of(platform.console(server), terminal);
        if (operation == null) {
            command.show(role);
        } else {
            command.run(role, operation, words == null ? List.of() : words);
        }
        return 0;
    }

    @Command(name = "down", description = "Stops everything; the data stay unless wiped.")
    int down(@Option(names = "--wipe", description = "Deletes all data, logs and secrets too.") boolean wipe)
            throws IOException {
        terminal.say("Stopping SecPlat ...");
        new ShutDown(platform()).stop(Arrays.asList(Part.values()));
        if (wipe) {
            Folders.delete(layout.data());
        }
        terminal.say(
                wipe
                        ? "SecPlat is down, its data are deleted."
                        : "SecPlat is down; its data stay in " + layout.data() + ".");
        return 0;
    }

    private LocalPlatform platform() throws IOException {
        return LocalPlatform.recorded(layout, environment);
    }

    private Part part(String name) throws IOException {
        List<Part> parts = platform().parts();
        return Part.of(name)
                .filter(parts::contains)
                .orElseThrow(() -> new StartFailedException("There is no " + name + " here. Names: "
                        + parts.stream().map(Part::title).collect(Collectors.joining(", "))));
    }

    private int explain(Exception failure) {
        boolean expected = failure instanceof StartFailedException;
        terminal.say(expected ? String.valueOf(failure.getMessage()) : "Failed: " + failure);
        if (!expected) {
            failure.printStackTrace(terminal.out());
        }
        return 1;
    }
}
