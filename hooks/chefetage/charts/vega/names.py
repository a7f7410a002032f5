"""What a Vega-Lite chart may say: every name that is not here is refused, so that nothing new can fetch or run.

Left out on purpose: whatever loads (`url`, `href`, images, maps), runs (`signal`, `params`, `expr`), is drawn by
chance (`sample`), or belongs to the site (`config`, `background`, fonts).
"""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VIEW = _names("""
    $schema align bounds center columns concat data description encoding facet hconcat height layer mark name
    note repeat resolve spacing spec title transform vconcat view width
""")
"""Of a chart and of the charts in it."""

NESTED = _names("""
    layer concat vconcat hconcat
""")
"""Hold lists of charts; `spec` holds one."""

DATA = _names("""
    name values segment metric months format
""")

MARKS = _names("""
    arc area bar boxplot circle errorband errorbar line point rect rule square text tick trail
""")

CHANNELS = _names("""
    angle color column description detail facet fill fillOpacity key opacity order radius radius2 row shape
    size stroke strokeDash strokeOpacity strokeWidth text theta theta2 tooltip x x2 xError xError2 xOffset y
    y2 yError yError2 yOffset
""")

TRANSFORMS = _names("""
    aggregate bin calculate density extent filter flatten fold impute joinaggregate loess lookup pivot
    quantile regression stack timeUnit window
""")

EXPRESSIONS = _names("""
    test calculate labelExpr filter
""")
"""Where a string is a formula."""

OUTSIDE = _names("""
    url href image geoshape projection topojson graticule sphere latitude longitude geojson datasets loader
    load usermeta
""")
"""What fetches, or is there for what does."""

_DETAILS = _names("""
    aggregate align alpha and angle anchor argmax argmin as axis band bandPosition bandwidth base baseline
    between bin binned binSpacing bounds box calculate center ceil clip clamp color columnPadding columns
    condition constant cornerRadius cornerRadiusBottomLeft cornerRadiusBottomRight cornerRadiusEnd
    cornerRadiusTopLeft cornerRadiusTopRight counts cumulative data date datum day default density dir
    direction discreteBandSize domain domainColor domainDash domainMax domainMid domainMin domainOpacity
    domainWidth dx dy ellipsis equal exponent extent field fields fill filled fillOpacity filter flatten flush
    fold fontSize fontStyle fontWeight format formatType frame from grid gridColor gridDash gridOpacity
    gridWidth groupby gt gte header height hours ignorePeers impute innerRadius interpolate invalid
    joinaggregate key keyvals labelAlign labelAnchor labelAngle labelBaseline labelBound labelColor labelExpr
    labelFlush labelFlushOffset labelFontSize labelFontWeight labelLimit labelLineHeight labelOffset
    labelOpacity labelOrient labelOverlap labelPadding labels labelSeparation layer legend limit line
    lineBreak lineHeight loess lookup lt lte maxbins maxExtent maxsteps median method milliseconds minExtent
    minor minsteps minutes month mult name nice not null offset oneOf op opacity or order orient outerRadius
    outliers padAngle padding paddingInner paddingOuter pivot point position quantile quarter radius radius2
    radiusOffset range regression repeat resolve reverse round row column rowPadding rule scale scheme seconds
    shape size sort spacing stack stackOffset start step stop steps stroke strokeCap strokeDash
    strokeDashOffset strokeJoin strokeMiterLimit strokeOffset strokeOpacity strokeWidth style symbolDash
    symbolDashOffset symbolFillColor symbolLimit symbolOffset symbolOpacity symbolSize symbolStrokeColor
    symbolStrokeWidth symbolType tension test text thickness theta theta2 theta2Offset thetaOffset tickBand
    tickColor tickCount tickDash tickExtra tickMinStep tickOffset tickOpacity tickRound ticks tickSize
    tickWidth timeUnit title titleAlign titleAnchor titleAngle titleBaseline titleColor titleFontSize
    titleFontWeight titleLimit titleLineHeight titleOpacity titleOrient titlePadding titleX titleY translate
    type unit utc valid value values view wedge week width window x x2 x2Offset xOffset y y2 y2Offset year
    yOffset zero zindex dayofyear bars borders tooltip
""")

DETAILS = _DETAILS | CHANNELS
"""Of marks, channels, axes, legends, scales and transformations."""

FUNCTIONS = _names("""
    abs acos asin atan atan2 ceil clamp cos date datetime day exp floor format hours if indexof isBoolean
    isDate isDefined isFinite isNaN isNumber isString isValid join length log lower max min minutes month pad
    pow quarter round seconds sin slice split sqrt substring tan time timeFormat toBoolean toDate toNumber
    toString trim truncate upper utc utcFormat utcdate utcday utchours utcminutes utcmonth utcquarter
    utcseconds utcyear year inrange extent span reverse peek lastindexof monthFormat monthAbbrevFormat
    dayFormat dayAbbrevFormat
""")
"""What a formula may call: nothing that loads, asks the clock, throws dice or can take for ever."""

CONSTANTS = _names("""
    datum true false null NaN PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2 MIN_VALUE MAX_VALUE
""")
