package io.secplat.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.secplat.local.launch.LocalSettings;
import io.secplat.runtime.Role;
import io.secplat.runtime.setting.KnownSettings;
import io.secplat.runtime.setting.Setting;
import io.secplat.runtime.setting.SettingSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * The settings that code and server configurations read are those that are described, and docs/OPERATIONS.md is made of the
 * descriptions: {@code -Dsettings.write=true} writes its tables anew.
 */
class SettingsTest {

    private static final String PAGE = "docs/OPERATIONS.md";
    private static final Path DESCRIPTIONS = Path.of("secplat-runtime/src/main/java/io/secplat/runtime/setting");
    private static final Path WORKERS = Path.of("secplat-workers-ejb/src/main/java/io/secplat/workers");
    private static final Path SERVICE_USERS = WORKERS.resolve("api/ServiceAccount.java");
    private static final Path API = Path.of("secplat-api-war");
    private static final Path LOCAL = Path.of("secplat-local");
    private static final Path BENCH = Path.of("secplat-bench");

    /** In this code base a text of capitals with an underscore is the name of a setting, and is nothing else. */
    private static final Pattern NAME = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

    /** What the launcher hands on or sets for the JVM and for Liberty itself. */
    private static final Set<String> OF_THE_MACHINE = Set.of("LC_ALL", "JAVA_HOME", "JDK_JAVA_OPTIONS", "WLP_USER_DIR");

    private static final Pattern LIBERTY = Pattern.compile("<variable name=\"(\\w+)\" defaultValue=\"([^\"]*)\"");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?:env\\.)?(\\w+)}");
    private static final Pattern SCRIPT = Pattern.compile("\\$\\{(SECPLAT_\\w+)");

    private static final List<SettingSection> SECTIONS = Stream.concat(
                    KnownSettings.SECTIONS.stream(), Stream.of(LocalSettings.SECTION))
            .toList();

    @Test
    void the_tables_of_the_page_are_made_of_the_descriptions() throws IOException {
        String page = Repository.text(PAGE);
        String made = page;
        for (SettingSection section : SECTIONS) {
            made = new SettingsTable(section).in(made);
        }
        if (Boolean.getBoolean("settings.write")) {
            Repository.write(PAGE, made);
        } else {
            assertThat(page).as("write the tables with -Dsettings.write=true").isEqualTo(made);
        }
    }

    @Test
    void every_setting_that_is_read_is_described_and_every_described_one_is_read() throws IOException {
        Set<String> read = new TreeSet<>(mentions().keySet());
        for (String configuration : Repository.texts("liberty", ".xml")) {
            read.addAll(Repository.all(LIBERTY, configuration));
            read.addAll(Repository.all(REFERENCE, configuration));
        }
        read.addAll(Repository.all(SCRIPT, Repository.text("secplat")));
        LocalSettings.SECTION.settings().stream()
                .map(Setting::name)
                .filter(name -> name.endsWith("_PORT"))
                .forEach(read::add);
        read.removeAll(OF_THE_MACHINE);
        // Liberty reads this one by itself.
        read.add("keystore_password");

        assertThat(described().keySet()).isEqualTo(read);
    }

    @Test
    void every_injected_value_has_the_usual_value_of_its_description() {
        Map<String, Set<String>> usual = new TreeMap<>();
        injected().forEach(one -> usual.computeIfAbsent(one.name(), name -> new TreeSet<>())
                .add(one.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE) ? "" : one.defaultValue()));

        assertThat(usual).hasSizeGreaterThan(50).allSatisfy((name, values) -> assertThat(values)
                .as(name)
                .containsExactly(described().get(name).usual()));
    }

    /** Each server of one role says which; of the others the description tells. */
    @Test
    void every_variable_of_a_server_has_the_usual_value_of_its_description() throws IOException {
        Map<String, String> usual = new TreeMap<>();
        for (String configuration : Repository.texts("liberty", ".xml")) {
            Matcher variable = LIBERTY.matcher(configuration);
            while (variable.find()) {
                usual.put(variable.group(1), variable.group(2));
            }
        }
        usual.remove("SECPLAT_ROLES");

        assertThat(usual).isNotEmpty().allSatisfy((name, value) -> assertThat(described())
                .hasEntrySatisfying(name, setting -> assertThat(setting.usual()).isEqualTo(value)));
    }

    /** Libraries that several roles share tell nothing of who reads a setting there. */
    @Test
    void the_readers_of_a_setting_are_the_roles_whose_code_names_it() throws IOException {
        int exactly = 0;
        for (Map.Entry<String, Set<Path>> mention : mentions().entrySet()) {
            List<Path> files = mention.getValue().stream()
                    .filter(file -> !file.startsWith(LOCAL))
                    .toList();
            if (!files.isEmpty()) {
                Set<Role> readers =
                        files.stream().flatMap(file -> rolesOf(file).stream()).collect(Collectors.toSet());
                Set<Role> named = described().get(mention.getKey()).readers();
                boolean whole = files.stream().noneMatch(file -> rolesOf(file).isEmpty());
                assertThat(named).as(mention.getKey()).containsAll(readers);
                assertThat(!whole || named.equals(readers))
                        .as("readers of " + mention.getKey() + ": " + readers)
                        .isTrue();
                exactly += whole ? 1 : 0;
            }
        }
        assertThat(exactly).isGreaterThan(50);
    }

    private static Set<Role> rolesOf(Path file) {
        if (file.startsWith(API)) {
            return Set.of(Role.API);
        }
        return !file.startsWith(WORKERS)
                ? Set.of()
                : switch (WORKERS.relativize(file).getName(0).toString()) {
                    case "ingestion" -> Set.of(Role.INGESTION);
                    case "posture" -> Set.of(Role.DERIVER);
                    case "scan" -> Set.of(Role.SCAN_WORKERS);
                    case "correlation" -> Set.of(Role.CORRELATOR);
                    case "notify" -> Set.of(Role.NOTIFIER);
                    default -> Set.of();
                };
    }

    /** Each name of a setting with the files of the product that hold it. */
    private static Map<String, Set<Path>> mentions() throws IOException {
        Map<String, Set<Path>> mentions = new TreeMap<>();
        for (Repository.Source source : Repository.sources()) {
            if (!source.file().startsWith(DESCRIPTIONS) && !source.file().startsWith(BENCH)) {
                for (String name : Repository.all(NAME, source.text())) {
                    whole(name).forEach(one -> mentions.computeIfAbsent(one, unknown -> new TreeSet<>())
                            .add(source.file()));
                }
            }
        }
        mentions.forEach((name, files) -> {
            if (name.matches("\\w+_SERVICE_\\w+")) {
                files.add(SERVICE_USERS);
            }
        });
        return mentions;
    }

    /** Names of service users are put together. */
    private static List<String> whole(String name) {
        return name.endsWith("_SERVICE") ? List.of(name + "_USERNAME", name + "_PASSWORD") : List.of(name);
    }

    private static List<ConfigProperty> injected() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.secplat");
        List<ConfigProperty> injected = new ArrayList<>();
        classes.forEach(one -> {
            one.getFields().stream()
                    .filter(field -> field.isAnnotatedWith(ConfigProperty.class))
                    .map(field -> field.getAnnotationOfType(ConfigProperty.class))
                    .forEach(injected::add);
            one.getCodeUnits().stream()
                    .flatMap(unit -> unit.getParameters().stream())
                    .filter(parameter -> parameter.isAnnotatedWith(ConfigProperty.class))
                    .map(parameter -> parameter.getAnnotationOfType(ConfigProperty.class))
                    .forEach(injected::add);
        });
        return injected;
    }

    private static Map<String, Setting> described() {
        return SECTIONS.stream()
                .flatMap(section -> section.settings().stream())
                .collect(Collectors.toMap(Setting::name, setting -> setting));
    }
}
