package io.secplat.runtime.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.event.OperatorAct;
import io.secplat.contracts.event.OperatorAct.Ending;
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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.JMException;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
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
    private final Clock clock = Clock.systemUTC();
    private final AdminDesk.Diary diary = new AdminDesk.Diary(journal, UUID::randomUUID, clock);
    private final Ledger acts = new Ledger();
    private final AdminDesk desk = new AdminDesk(server, work -> new Thread(work).start(), acts, diary);
    private final Dial dial = new Dial(8, 64);

    /** Operations that go well, are refused and fail. */
    public interface ShopMXBean {
        @Described("Sells.")
        String sell(@Described("how many") int count);
    }

    /** Keeps what it is told, in this order, and can be away. */
    private static final class Ledger implements Trail {

        private final List<OperatorAct> all = new CopyOnWriteArrayList<>();
        private volatile boolean away;

        @Override
        public void asked(OperatorAct act) {
            if (away) {
                throw new TrailAwayException(new IllegalStateException("away"));
            }
            all.add(act);
        }

        @Override
        public void acted(OperatorAct act) {
            all.add(act);
        }

        private List<String> told() {
            return all.stream()
                    .map(act -> act.operation() + act.arguments() + " "
                            + (act.ending() == null ? "asked" : act.ending().status()))
                    .toList();
        }
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
        assertThat(acts.told())
                .filteredOn(line -> line.endsWith("done"))
                .containsExactly(
                        "pause[] done", "pause[] done", "drain[] done", "resume[] done", "setConcurrency[3] done");
    }

    @Test
    void every_operation_is_written_down_with_who_and_how_it_ended() throws JMException {
        assertThat((String) invoke(SHOP, "sell", 2)).startsWith("local sold 2 on Thread-");
        assertThatThrownBy(() -> invoke(SHOP, "sell", 0)).hasMessageContaining("nothing to sell");
        assertThatThrownBy(() -> invoke(SHOP, "sell", -1))
                .hasMessageContaining("sell failed: IllegalStateException")
                .message()
                .doesNotContain("hunter2");

        assertThat(acts.told())
                .containsExactly(
                        "sell[2] asked",
                        "sell[2] done",
                        "sell[0] asked",
                        "sell[0] refused",
                        "sell[-1] asked",
                        "sell[-1] failed");
        assertThat(acts.all)
                .allMatch(act -> act.operator().equals("local") && act.target().equals(SHOP));
        assertThat(acts.all.stream().map(OperatorAct::actId).distinct()).hasSize(3);
        assertThat(acts.all.toString())
                .contains("nothing to sell", "IllegalStateException")
                .doesNotContain("hunter2");
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2");
    }

    @Test
    void what_cannot_be_written_down_is_not_done_but_may_be_looked_at() throws JMException {
        acts.away = true;

        assertThatThrownBy(() -> invoke(LOOP, "pause"))
                .isInstanceOf(RuntimeMBeanException.class)
                .hasMessageContaining("it cannot be written down now, so it is not done");
        assertThat(server.getAttribute(new ObjectName(LOOP), "State")).isEqualTo("waiting to restart");
        assertThat(invoke("io.secplat:type=Settings,role=deriver", "showConfiguration"))
                .isEqualTo(new String[0]);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"action\":\"admin.trail\"");
    }

    @Test
    void it_is_written_down_before_it_is_done() throws JMException {
        List<String> seen = new CopyOnWriteArrayList<>();
        ShopMXBean curious = count -> {
            seen.addAll(acts.told());
            return "sold";
        };
        desk.close();
        desk.open(
                Set.of(Role.DERIVER),
                List.of(),
                List.of(new RoleOperations(Role.DERIVER, "Shop", ShopMXBean.class, curious)),
                new GivenConfig(Map.of()));

        assertThat(invoke(SHOP, "sell", 1)).isEqualTo("sold");

        assertThat(seen).containsExactly("sell[1] asked");
    }

    @Test
    void the_log_tells_of_an_operation() {
        OperatorAct act = new OperatorAct("a-1", "olga", "1@here", LOOP, "pause", List.of(), clock.instant(), null);
        Trail.of(journal).asked(act);
        Trail.of(journal).acted(act.ended(new Ending("done", "derivers is now paused."), clock.instant()));

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"action\":\"admin.pause\"", "\"operator\":\"olga\"", "\"target\":\"" + LOOP)
                .contains("\"status\":\"asked\"", "\"status\":\"done\"");
    }

    @Test
    void a_name_that_is_taken_stays_with_whom_it_belongs() throws JMException {
        AdminDesk second = new AdminDesk(server, Runnable::run, acts, diary);
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
