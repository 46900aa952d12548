<?xml version="1.0" encoding="utf-8"?>
<!-- Leaves out what is not in the namespace LogItems, and the internal types in it. PublicDocumentationTests lists what is missing here. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="utf-8" />

  <xsl:variable name="internal">
    Authentication Continuation Diagnostics Errors Filters Following Models Options Paging Primitives Readers Responses Serialization Streaming
    Transport Versions Error HttpPipeline Link TokenError TokenResponse
  </xsl:variable>
  <xsl:variable name="words" select="concat(' ', normalize-space($internal), ' ')" />

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" />
    </xsl:copy>
  </xsl:template>

  <xsl:template match="member">
    <xsl:variable name="name" select="concat(substring-before(concat(substring-after(@name, ':'), '('), '('), '.')" />
    <xsl:variable name="word" select="substring-before(substring-after($name, 'LogItems.'), '.')" />
    <xsl:variable name="nested" select="substring-before(substring-after(substring-after($name, 'LogItems.'), '.'), '.')" />
    <xsl:if test="starts-with($name, 'LogItems.') and not(contains($words, concat(' ', $word, ' '))) and $nested != 'VersionState'">
      <xsl:copy-of select="." />
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
