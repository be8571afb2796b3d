package dev.sharedinbox.chat.tag;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("DeleteTagInput")
@Description("A tag that is no longer wanted.")
public record DeleteTagInput(@Id @Description("The tag.") String tagId) {}
