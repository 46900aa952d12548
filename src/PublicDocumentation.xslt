<?xml version="1.0" encoding="utf-8"?>
<!-- Keeps the members of the types that the snapshot of a public API declares; no internal type has the name of a public one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="utf-8" />

  <xsl:param name="api" />
  <xsl:variable name="words" select="concat(' ', normalize-space($api), ' ')" />

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()" />
    </xsl:copy>
  </xsl:template>

  <xsl:template match="member">
    <xsl:variable name="full" select="substring-before(concat(substring-after(@name, ':'), '('), '(')" />
    <xsl:variable name="type">
      <xsl:call-template name="type">
        <xsl:with-param name="before" select="''" />
        <xsl:with-param name="rest" select="$full" />
        <xsl:with-param name="isType" select="starts-with(@name, 'T:')" />
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="name" select="concat(' ', substring-before(concat($type, '`'), '`'), ' ')" />
    <xsl:if test="contains($words, concat(' class', $name)) or contains($words, concat(' struct', $name))
                  or contains($words, concat(' interface', $name)) or contains($words, concat(' enum', $name))">
      <xsl:copy-of select="." />
    </xsl:if>
  </xsl:template>

  <!-- The name of a type without its namespace: what follows the last dot, or for a member what is between the last two. -->
  <xsl:template name="type">
    <xsl:param name="before" />
    <xsl:param name="rest" />
    <xsl:param name="isType" />
    <xsl:choose>
      <xsl:when test="contains($rest, '.')">
        <xsl:call-template name="type">
          <xsl:with-param name="before" select="substring-before($rest, '.')" />
          <xsl:with-param name="rest" select="substring-after($rest, '.')" />
          <xsl:with-param name="isType" select="$isType" />
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$isType">
        <xsl:value-of select="$rest" />
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$before" />
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
