package io.secplat.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/ROLES.md, openapi.yaml and the code name the same calls, and the same roles for each. */
class RoleTableTest {

    private static final List<String> SERVICES = List.of("scanner-service", "ingestion-service", "correlator-service");
    private static final String PARAMETER = "\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}";

    private final RoleTable table = RoleTable.documented();

    @Test
    void the_code_allows_what_the_table_says() {
        assertThat(coded()).isEqualTo(tabled());
    }

    @Test
    void the_contract_names_the_roles_of_the_table() {
        Map<String, Set<String>> described = new TreeMap<>();
        ApiDocument.shipped()
                .calls()
                .forEach(call -> described.put(
                        call.method() + " " + call.path().replaceAll(PARAMETER, "{}"),
                        Set.copyOf((List<?>) call.operation().getExtensions().get("x-roles")).stream()
                                .map(String::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(described).isEqualTo(tabled());
    }

    @Test
    void a_stranger_is_not_authenticated_and_service_users_are_analysts() {
        assertThat(table.callers())
                .containsExactly(
                        "none",
                        "viewer",
                        "analyst",
                        "admin",
                        "scanner-service",
                        "ingestion-service",
                        "correlator-service");
        assertThat(table.rows()).allSatisfy(row -> {
            boolean open = row.answers().get("none").equals("yes");
            assertThat(row.answers().get("none")).isIn("yes", "401");
            assertThat(row.answers().get("viewer")).isIn("yes", open ? "yes" : "403");
            SERVICES.forEach(service -> assertThat(row.answers().get(service))
                    .isEqualTo(row.answers().get("analyst")));
        });
    }

    private Map<String, Set<String>> tabled() {
        Map<String, Set<String>> tabled = new TreeMap<>();
        table.rows().forEach(row -> tabled.put(row.call(), roles(row)));
        return tabled;
    }

    private static Set<String> roles(RoleTable.Row row) {
        return row.answers().get("none").equals("yes")
                ? Set.of("none")
                : List.of("viewer", "analyst", "admin").stream()
                        .filter(role -> row.answers().get(role).equals("yes"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> coded() {
        Map<String, Set<String>> coded = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.secplat.api").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .forEach(method -> coded.put(call(method), allowed(method)));
        return coded;
    }

    private static String call(JavaMethod method) {
        String verb = method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName())
                .filter(Set.of("GET", "POST", "PUT", "PATCH", "DELETE")::contains)
                .findFirst()
                .orElseThrow();
        String path = "/api/" + path(method.getOwner()) + "/"
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return verb + " "
                + path.replaceAll(PARAMETER, "{}").replaceAll("/{2,}", "/").replaceAll("/$", "");
    }

    private static String path(JavaClass type) {
        return type.getAnnotationOfType(Path.class).value();
    }

    private static Set<String> allowed(JavaMethod method) {
        if (method.isAnnotatedWith(PermitAll.class)) {
            return Set.of("none");
        }
        return Set.of(method.getAnnotationOfType(RolesAllowed.class).value()).stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
