<?xml version="1.0" encoding="utf-8"?>
<!-- Keeps the members of the types that the snapshot of a public API lists. -->
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
    <xsl:variable name="type">
      <xsl:call-template name="type">
        <xsl:with-param name="name" select="substring-before(concat(substring-after(@name, ':'), '('), '(')" />
        <xsl:with-param name="isType" select="starts-with(@name, 'T:')" />
      </xsl:call-template>
    </xsl:variable>
    <xsl:if test="contains($words, concat(' ', substring-before(concat($type, '`'), '`'), ' '))">
      <xsl:copy-of select="." />
    </xsl:if>
  </xsl:template>

  <!-- The name of a type, or of the type that a member belongs to: all up to the last dot. -->
  <xsl:template name="type">
    <xsl:param name="name" />
    <xsl:param name="isType" />
    <xsl:choose>
      <xsl:when test="$isType">
        <xsl:value-of select="$name" />
      </xsl:when>
      <xsl:when test="contains($name, '.')">
        <xsl:value-of select="substring-before($name, '.')" />
        <xsl:variable name="rest" select="substring-after($name, '.')" />
        <xsl:if test="contains($rest, '.')">
          <xsl:text>.</xsl:text>
          <xsl:call-template name="type">
            <xsl:with-param name="name" select="$rest" />
            <xsl:with-param name="isType" select="false()" />
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
