"""How the window looks: colours, fonts, and the style sheet made of them."""
