package io.secplat.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private final AnswerReader reader = new AnswerReader();

    @Test
    void an_answer_ends_after_its_length() {
        ByteBuffer both = bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 404 Not Found\r\n"
                + "content-length: 3\r\n\r\nabc");

        assertThat(reader.read(both)).isTrue();
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.bytes()).isEqualTo(2);
        assertThat(reader.read(both)).isTrue();
        assertThat(reader.status()).isEqualTo(404);
        assertThat(reader.bytes()).isEqualTo(3);
    }

    @Test
    void an_answer_in_chunks_ends_with_the_empty_one() {
        assertThat(reader.read(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10;x=y\r\n"
                        + "0123456789abcdef\r\n0\r\n\r\n")))
                .isTrue();
        assertThat(reader.bytes()).isEqualTo(19);
    }

    @Test
    void an_answer_without_content_ends_with_its_head() {
        assertThat(reader.read(bytes("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n")))
                .isTrue();
        assertThat(reader.read(bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")))
                .isTrue();
    }

    @Test
    void bytes_may_come_one_by_one() {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
        for (int i = 0; i < answer.length() - 1; i++) {
            assertThat(reader.read(bytes(answer.substring(i, i + 1)))).isFalse();
        }
        assertThat(reader.read(bytes("\n"))).isTrue();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
