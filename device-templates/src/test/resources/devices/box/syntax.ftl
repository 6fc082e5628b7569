x
[#if true
y
