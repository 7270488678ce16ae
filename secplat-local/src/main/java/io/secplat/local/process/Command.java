package io.secplat.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to execute, with which extra environment, in which folder.
 *
 * @param inherited whether the child also sees the environment of this process
 */
public record Command(List<String> words, Map<String, String> environment, Path directory, boolean inherited) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public Command(List<String> words, Path directory) {
        this(words, Map.of(), directory, true);
    }
}
