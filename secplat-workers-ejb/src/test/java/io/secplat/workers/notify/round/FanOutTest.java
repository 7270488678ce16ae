package io.secplat.workers.notify.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.runtime.CurrentRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class FanOutTest {

    private final Set<Thread> made = ConcurrentHashMap.newKeySet();
    private final FanOut fanOut = new FanOut(2, this::thread);

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "helper");
        thread.setDaemon(true);
        made.add(thread);
        return thread;
    }

    @Test
    void answers_come_in_the_order_of_the_questions() throws Exception {
        assertThat(fanOut.ask(List.<FanOut.Question<String>>of(() -> "a", () -> "b", () -> "c")))
                .extracting(FanOut.Answer::value)
                .containsExactly(Optional.of("a"), Optional.of("b"), Optional.of("c"));
    }

    @Test
    void one_question_needs_no_thread_and_none_no_answer() throws Exception {
        assertThat(fanOut.ask(List.<FanOut.Question<Thread>>of(Thread::currentThread)))
                .extracting(FanOut.Answer::value)
                .containsExactly(Optional.of(Thread.currentThread()));
        assertThat(fanOut.ask(List.<FanOut.Question<String>>of())).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void what_one_throws_spoils_no_other_answer() throws Exception {
        List<FanOut.Answer<String>> answers = fanOut.ask(List.of(
                () -> {
                    throw new IllegalStateException("no");
                },
                () -> "b"));
        assertThat(answers.get(1).value()).contains("b");
        assertThatThrownBy(answers.get(0)::raise).hasMessage("no");
    }

    @Test
    void helpers_work_for_the_request_of_the_caller() throws Exception {
        try (CurrentRequest.Scope unused = CurrentRequest.begin("r-7")) {
            assertThat(fanOut.ask(List.<FanOut.Question<Optional<String>>>of(CurrentRequest::id, CurrentRequest::id)))
                    .allSatisfy(answer -> assertThat(answer.value()).contains(Optional.of("r-7")));
        }
        assertThat(made).isNotEmpty();
    }

    @Test
    void who_finds_no_helper_does_the_work_itself() throws Exception {
        List<FanOut.Question<Thread>> questions =
                List.of(Thread::currentThread, Thread::currentThread, Thread::currentThread, Thread::currentThread);
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch over = new CountDownLatch(1);
        FanOut.Question<String> slow = () -> {
            busy.countDown();
            over.await();
            return "";
        };
        Thread other = new Thread(() -> {
            try {
                fanOut.ask(List.of(slow, slow));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();
        busy.await();
        assertThat(fanOut.ask(questions))
                .allSatisfy(answer -> assertThat(answer.value()).contains(Thread.currentThread()));
        over.countDown();
        other.join();
        assertThat(made).hasSize(2);
    }

    @Test
    void an_interrupt_of_the_caller_interrupts_its_helpers() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(2);
        FanOut.Question<String> forever = () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
            return "";
        };
        Thread caller = new Thread(() -> {
            try {
                fanOut.ask(List.of(forever, forever));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        caller.start();
        await().until(() -> begun.getCount() == 0);
        caller.interrupt();
        await().until(() -> !caller.isAlive() && interrupted.get());
    }
}
