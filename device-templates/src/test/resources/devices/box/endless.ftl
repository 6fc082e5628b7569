[#list 1.. as x]0123456789abcdef0123456789abcdef0123456789abcdef
[/#list]
