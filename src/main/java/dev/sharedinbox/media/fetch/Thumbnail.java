package dev.sharedinbox.media.fetch;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A small JPEG of an image.
public final class Thumbnail {

    public static final String TYPE = "image/jpeg";

    private static final int EDGE = 320;
    private static final long MAX_PIXELS = 50_000_000;

    private Thumbnail() {}

    /// Return the picture; empty when the image is of a kind we cannot read, or so large that it may be meant to harm.
    /// Its size is read from its header, before anything is unpacked.
    public static Optional<byte[]> of(byte[] image) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return isSane(reader) ? Optional.of(jpeg(shrunk(read(reader)))) : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isSane(ImageReader reader) throws IOException {
        return (long) reader.getWidth(0) * reader.getHeight(0) <= MAX_PIXELS;
    }

    /// Skips pixels while unpacking, so that a large image never stands in memory as a whole.
    private static BufferedImage read(ImageReader reader) throws IOException {
        var step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * EDGE));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    /// On white, for JPEG knows no transparency.
    private static BufferedImage shrunk(BufferedImage image) {
        var scale = Math.min(1.0, (double) EDGE / Math.max(image.getWidth(), image.getHeight()));
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "jpeg", bytes)) {
            throw new IOException("This JDK cannot write JPEG");
        }
        return bytes.toByteArray();
    }
}
