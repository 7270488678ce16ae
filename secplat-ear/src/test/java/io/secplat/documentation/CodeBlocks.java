package io.secplat.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a document tells its readers to write into files, for tests that do as it says. */
public final class CodeBlocks {

    private static final String BLOCK = "```%s\n(.*?)```";

    private final String section;

    private CodeBlocks(String section) {
        this.section = section;
    }

    /** The blocks below a heading of a document, up to the next heading. */
    public static CodeBlocks below(String document, String heading) {
        try {
            Matcher section = Pattern.compile("\n#+ " + Pattern.quote(heading) + "\n(.*?)(?=\n#+ |\\z)", Pattern.DOTALL)
                    .matcher(Repository.text(document));
            if (!section.find()) {
                throw new IllegalArgumentException(document + " has no heading \"" + heading + "\"");
            }
            return new CodeBlocks(section.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in one language, in their order. */
    public List<String> in(String language) {
        return Repository.all(Pattern.compile(BLOCK.formatted(language), Pattern.DOTALL), section);
    }

    /** A block of {@code NAME=value} lines, with other values: one for each name, or it fails. */
    public static String withValues(String properties, Map<String, String> values) {
        StringBuilder lines = new StringBuilder();
        Map<String, String> left = new TreeMap<>(values);
        for (String line : properties.lines().toList()) {
            String name = line.substring(0, line.indexOf('='));
            String value = left.remove(name);
            if (value == null) {
                throw new IllegalArgumentException("no value for " + name);
            }
            lines.append(name).append('=').append(value).append('\n');
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("the block does not name " + left.keySet());
        }
        return lines.toString();
    }
}
