[#-- What one platform needs besides; most need nothing. --]
