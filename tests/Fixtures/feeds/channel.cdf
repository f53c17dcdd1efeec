<?xml version="1.0"?>
<CHANNEL HREF="http://push.example/" LASTMOD="1999-02-01T08:00">
  <TITLE>Push Channel</TITLE>
  <ABSTRACT>News that came by itself</ABSTRACT>
  <ITEM HREF="story1.html" LASTMOD="1999-01-31T07:30">
    <TITLE>Story one</TITLE>
    <ABSTRACT>The first story</ABSTRACT>
  </ITEM>
</CHANNEL>
