package dev.sharedinbox.media.store;

import java.util.UUID;

/// The name of a blob: made of our own ids only, so that nothing a customer chose ever becomes part of a path.
///
/// @param workspaceId the workspace it belongs to
/// @param attachmentId the attachment
/// @param part which of the attachment's blobs it is
public record BlobKey(UUID workspaceId, UUID attachmentId, Part part) {

    /// What is kept of an attachment.
    public enum Part {
        /// The file as it came.
        FILE(""),
        /// A small picture of it.
        THUMBNAIL("-thumbnail");

        private final String suffix;

        Part(String suffix) {
            this.suffix = suffix;
        }
    }

    /// Below its workspace; the last two digits of an id are random and spread the files over many folders.
    String folder() {
        var id = attachmentId.toString();
        return workspaceId + "/" + id.substring(id.length() - 2);
    }

    public String path() {
        return folder() + "/" + attachmentId + part.suffix;
    }
}
