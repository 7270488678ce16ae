package io.secplat.runtime.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.ControlledLoop;
import io.secplat.runtime.Dial;
import io.secplat.runtime.GivenConfig;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.Worker;
import io.secplat.runtime.WorkerContext;
import io.secplat.runtime.WorkerSupervisor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminDeskTest {

    private static final String LOOP = "io.secplat:type=Loop,role=deriver,name=derivers";
    private static final String SHOP = "io.secplat:type=Shop,role=deriver";

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Journal journal =
            new Journal("test", Clock.systemUTC(), new PrintStream(log, true, StandardCharsets.UTF_8));
    private final List<Act> acts = new CopyOnWriteArrayList<>();
    private final AdminDesk desk = new AdminDesk(server, work -> new Thread(work).start(), acts::add, journal);
    private final Dial dial = new Dial(8, 64);

    /** Operations that go well, are refused and fail. */
    public interface ShopMXBean {
        @Described("Sells.")
        String sell(@Described("how many") int count);
    }

    private record Shop() implements ShopMXBean {
        @Override
        public String sell(int count) {
            if (count == 0) {
                throw new IllegalArgumentException("nothing to sell");
            } else if (count < 0) {
                throw new IllegalStateException("password=hunter2");
            }
            return CurrentOperator.name() + " sold " + count + " on "
                    + Thread.currentThread().getName();
        }
    }

    @BeforeEach
    void open() {
        List<ControlledLoop> loops =
                new WorkerSupervisor(List.of(worker()), Roles.parse("deriver"), Clock.systemUTC(), journal).loops();
        List<RoleOperations> more = List.of(
                new RoleOperations(Role.DERIVER, "Shop", ShopMXBean.class, new Shop()),
                new RoleOperations(Role.NOTIFIER, "Other", ShopMXBean.class, new Shop()));
        desk.open(Set.of(Role.DERIVER), loops, more, new GivenConfig(Map.of()));
    }

    @AfterEach
    void close() throws JMException {
        desk.close();
        assertThat(server.queryNames(new ObjectName("io.secplat:*"), null)).isEmpty();
    }

    @Test
    void there_is_a_bean_for_each_loop_and_for_what_the_roles_of_this_server_offer() throws JMException {
        assertThat(server.queryNames(new ObjectName("io.secplat:*"), null))
                .extracting(ObjectName::toString)
                .containsExactlyInAnyOrder(LOOP, SHOP, "io.secplat:type=Settings,role=deriver");
    }

    @Test
    void everything_is_described_and_parameters_have_names() throws JMException {
        MBeanInfo info = server.getMBeanInfo(new ObjectName(LOOP));

        assertThat(info.getDescription()).isEqualTo("One loop of this server.");
        assertThat(info.getAttributes()).hasSize(7).allMatch(one -> !one.getDescription()
                .isEmpty());
        assertThat(info.getOperations()).hasSize(4).allMatch(one -> !one.getDescription()
                .isEmpty());
        MBeanOperationInfo set = Arrays.stream(info.getOperations())
                .filter(one -> one.getName().equals("setConcurrency"))
                .findFirst()
                .orElseThrow();
        assertThat(set.getSignature()[0].getName()).isEqualTo("value");
        assertThat(set.getSignature()[0].getDescription()).isEqualTo("1 to 64");
    }

    @Test
    void a_loop_is_paused_drained_resumed_and_told_how_much_to_do() throws JMException {
        assertThat(invoke(LOOP, "pause")).isEqualTo("derivers is now paused.");
        assertThat(invoke(LOOP, "pause")).isEqualTo("derivers was already paused.");
        assertThat(server.getAttribute(new ObjectName(LOOP), "State")).isEqualTo("paused");
        assertThat(invoke(LOOP, "drain")).isEqualTo("derivers is now drained.");
        assertThat(invoke(LOOP, "resume")).isEqualTo("derivers is now waiting to restart.");
        assertThat(invoke(LOOP, "setConcurrency", 3)).isEqualTo("Concurrency is 3, was 8.");
        assertThat(dial.value()).isEqualTo(3);
        assertThat(server.getAttribute(new ObjectName(LOOP), "Counters")).isEqualTo(new String[] {"turns=7"});
        assertThat(acts)
                .extracting(Act::operation)
                .containsExactly("pause", "pause", "drain", "resume", "setConcurrency");
    }

    @Test
    void every_operation_is_written_down_with_who_and_how_it_ended() throws JMException {
        assertThat((String) invoke(SHOP, "sell", 2)).startsWith("local sold 2 on Thread-");
        assertThatThrownBy(() -> invoke(SHOP, "sell", 0)).hasMessageContaining("nothing to sell");
        assertThatThrownBy(() -> invoke(SHOP, "sell", -1))
                .hasMessageContaining("sell failed: IllegalStateException")
                .message()
                .doesNotContain("hunter2");

        assertThat(acts)
                .containsExactly(
                        new Act("local", SHOP, "sell", List.of("2"), "done"),
                        new Act("local", SHOP, "sell", List.of("0"), "refused"),
                        new Act("local", SHOP, "sell", List.of("-1"), "failed"));
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2");
    }

    @Test
    void the_log_tells_of_an_operation() {
        Trail.of(journal).note(new Act("olga", LOOP, "pause", List.of(), "done"));

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"action\":\"admin.pause\"", "\"operator\":\"olga\"", "\"target\":\"" + LOOP);
    }

    @Test
    void a_name_that_is_taken_stays_with_whom_it_belongs() throws JMException {
        AdminDesk second = new AdminDesk(server, Runnable::run, acts::add, journal);
        second.open(Set.of(Role.DERIVER), List.of(), List.of(), new GivenConfig(Map.of()));
        second.close();

        assertThat(server.isRegistered(new ObjectName("io.secplat:type=Settings,role=deriver")))
                .isTrue();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"status\":\"taken\"");
    }

    private Object invoke(String bean, String operation, Object... arguments) throws JMException {
        String[] signature = Arrays.stream(arguments).map(argument -> "int").toArray(String[]::new);
        return server.invoke(new ObjectName(bean), operation, arguments, signature);
    }

    private Worker worker() {
        return new Worker() {
            @Override
            public Role role() {
                return Role.DERIVER;
            }

            @Override
            public String name() {
                return "derivers";
            }

            @Override
            public Optional<Dial> concurrency() {
                return Optional.of(dial);
            }

            @Override
            public Map<String, Long> counters() {
                return Map.of("turns", 7L);
            }

            @Override
            public void run(WorkerContext context) {}
        };
    }
}
