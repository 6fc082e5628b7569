[#-- Bundles are sections of their own among the interfaces. --]
