package io.secplat.workers.notify.route;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this notifier's plan is written.
 *
 * @param file the path of a JSON file
 * @param text the same JSON
 */
public record PlanSource(Optional<String> file, Optional<String> text) {

    private static final String FILE = "NOTIFY_ROUTES_FILE";
    private static final String TEXT = "NOTIFY_ROUTES";

    /**
     * The plan, or the default plan when there is none; an {@link InvalidPlanException} names the setting, the place in the
     * plan and what is wrong there.
     */
    public RoutePlan load() {
        if (file.isPresent() && text.isPresent()) {
            throw new InvalidPlanException(FILE + " and " + TEXT + " are both set; set one of them");
        }
        return file.map(path -> read(FILE, () -> content(path)))
                .or(() -> text.map(json -> read(TEXT, () -> json)))
                .orElse(RoutePlan.DEFAULT);
    }

    private interface Content {
        String text() throws IOException;
    }

    private static RoutePlan read(String setting, Content content) {
        try {
            return PlanReader.read(content.text());
        } catch (InvalidPlanException e) {
            throw new InvalidPlanException(setting + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new InvalidPlanException(setting + ": plan: is not written in UTF-8");
        } catch (IOException | InvalidPathException e) {
            throw new InvalidPlanException(setting + ": the file cannot be read");
        }
    }

    private static String content(String path) throws IOException {
        Path place = Path.of(path);
        PlanText.refuseTooLarge(Files.size(place));
        return Files.readString(place);
    }
}
