package io.sandtable.web.speech;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Recordings that browsers and phones make, told by their first bytes: what a sender says of its file is believed by nobody. */
enum AudioType {
    WEBM("audio/webm", "webm") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, 0x1a, 0x45, 0xdf, 0xa3);
        }
    },
    OGG("audio/ogg", "ogg") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, "OggS");
        }
    },
    WAV("audio/wav", "wav") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, "RIFF") && at(bytes, 8, "WAVE");
        }
    },
    MP4("audio/mp4", "m4a") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 4, "ftyp");
        }
    },
    MP3("audio/mpeg", "mp3") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, "ID3") || at(bytes, 0, 0xff, 0xfb);
        }
    },
    FLAC("audio/flac", "flac") {
        @Override
        boolean begins(byte[] bytes) {
            return at(bytes, 0, "fLaC");
        }
    };

    private final String mediaType;
    private final String suffix;

    AudioType(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /** Of a recording; empty where it is none that we know. */
    static Optional<AudioType> of(byte[] recording) {
        return Stream.of(values()).filter(type -> type.begins(recording)).findFirst();
    }

    abstract boolean begins(byte[] bytes);

    String mediaType() {
        return mediaType;
    }

    /** Of a file's name, by which some services tell the kind. */
    String suffix() {
        return suffix;
    }

    private static boolean at(byte[] bytes, int place, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= place + wanted.length
                && java.util.Arrays.equals(bytes, place, place + wanted.length, wanted, 0, wanted.length);
    }

    private static boolean at(byte[] bytes, int place, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.length <= place + i || (bytes[place + i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
