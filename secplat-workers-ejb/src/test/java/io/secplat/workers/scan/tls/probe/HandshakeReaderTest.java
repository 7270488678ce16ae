package io.secplat.workers.scan.tls.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HandshakeReaderTest {

    private static final byte[] WARNING = {21, 3, 3, 0, 2, 1, 112};
    private static final byte[] FATAL = {21, 3, 3, 0, 2, 2, 86};

    @Test
    void a_message_may_be_cut_into_records_and_records_may_hold_several() throws IOException {
        byte[] messages = new Octets()
                .u8(2)
                .u24(3)
                .raw(new byte[] {1, 2, 3})
                .u8(14)
                .u24(0)
                .bytes();
        Octets cut = new Octets();
        for (byte one : messages) {
            cut.raw(record(new byte[] {one}));
        }

        for (byte[] bytes : new byte[][] {cut.bytes(), record(messages)}) {
            HandshakeReader reader = reader(bytes);
            HandshakeReader.Message first = reader.next();

            assertThat(first.type()).isEqualTo(2);
            assertThat(first.in().readAllBytes()).containsExactly(1, 2, 3);
            assertThat(reader.next().type()).isEqualTo(14);
            assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void a_warning_is_passed_over_and_a_fatal_alert_is_a_refusal() throws IOException {
        byte[] done = record(new byte[] {14, 0, 0, 0});

        assertThat(reader(new Octets().raw(WARNING).raw(done).bytes()).next().type())
                .isEqualTo(14);
        assertThatThrownBy(() -> reader(FATAL).next())
                .isInstanceOfSatisfying(AlertException.class, alert -> assertThat(alert.description())
                        .isEqualTo(AlertException.INAPPROPRIATE_FALLBACK))
                .hasMessage("alert inappropriate_fallback");
    }

    @Test
    void an_answer_without_end_is_left_at_the_limit() {
        AtomicLong given = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return WARNING[(int) (given.getAndIncrement() % WARNING.length)];
            }
        };

        assertThatThrownBy(() -> new HandshakeReader(endless).next())
                .isInstanceOf(ProtocolException.class)
                .hasMessage("more than 65536 bytes");
        assertThat(given.get()).isLessThanOrEqualTo(HandshakeReader.MOST_BYTES + 7);
    }

    @Test
    void a_message_that_claims_to_be_longer_than_the_limit_is_not_waited_for() {
        byte[] claim = record(new byte[] {2, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});

        assertThatThrownBy(() -> reader(claim).next())
                .isInstanceOf(ProtocolException.class)
                .hasMessage("a message of 16777215 bytes");
    }

    private static HandshakeReader reader(byte[] bytes) {
        return new HandshakeReader(new ByteArrayInputStream(bytes));
    }

    private static byte[] record(byte[] content) {
        return new Octets().u8(22).u16(0x0303).short16(content).bytes();
    }
}
