package io.secplat.api.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.Journal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsappDeskTest {

    private static final String OPS = "whatsapp:+4915100004711";

    private final InboundStage stage = new InboundStage();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final WhatsappDesk desk = new WhatsappDesk(
            "+49 151 00004711, whatsapp:+4915100004712",
            stage.alerts,
            stage.taken,
            new Journal("test", stage.clock, new PrintStream(log, true, StandardCharsets.UTF_8)));

    @ParameterizedTest
    @ValueSource(strings = {"ack shop", "ACK shop", " Ack  Shop ", "ack shop\n"})
    void a_reply_acknowledges(String body) {
        stage.fires("shop");
        reply(OPS, body, "SM1");

        assertThat(stage.acknowledged()).containsExactly("shop whatsapp:+49…4711");
        assertThat(stage.audited()).containsExactly("alert.ack whatsapp:+49…4711 shop req-1");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"acknowledged\"")
                .doesNotContain("4915100004711");
    }

    @Test
    void a_key_is_taken_as_it_is_written_first() {
        stage.fires("Shop");
        stage.fires("shop");
        reply(OPS, "ack Shop", "SM1");

        assertThat(stage.acknowledged()).containsExactly("Shop whatsapp:+49…4711");
    }

    @Test
    void every_number_that_alerts_go_to_may_reply_and_no_other() {
        stage.fires("shop");
        reply("whatsapp:+4915100009999", "ack shop", "SM1");
        reply("", "ack shop", "SM2");
        assertThat(stage.acknowledged()).isEmpty();

        reply("whatsapp:+4915100004712", "ack shop", "SM3");
        assertThat(stage.acknowledged()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ack", "thanks", "ack shop now", "please ack shop", "ackshop", "ack nope", "ack <b>"})
    void anything_else_has_no_effect(String body) {
        stage.fires("shop");
        reply(OPS, body, "SM1");

        assertThat(stage.acknowledged()).isEmpty();
        assertThat(stage.audited()).isEmpty();
    }

    @Test
    void the_same_message_has_no_second_effect() {
        stage.fires("shop");
        reply(OPS, "ack shop", "SM1");
        reply(OPS, "ack shop", "SM1");

        assertThat(stage.audited()).hasSize(1);
    }

    @Test
    void without_numbers_nobody_may_reply() {
        stage.fires("shop");
        WhatsappDesk closed = new WhatsappDesk(
                "",
                stage.alerts,
                stage.taken,
                new Journal("test", stage.clock, new PrintStream(log, true, StandardCharsets.UTF_8)));
        closed.take(Map.of("From", "", "Body", "ack shop"), "s", "req-1");
        closed.take(Map.of("From", "whatsapp:", "Body", "ack shop"), "t", "req-1");

        assertThat(stage.acknowledged()).isEmpty();
    }

    private void reply(String from, String body, String sid) {
        desk.take(Map.of("From", from, "Body", body, "MessageSid", sid), "signature", "req-1");
    }
}
