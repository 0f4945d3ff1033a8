"""The networks beside this one: our contact with each, who of ours is in them, what is done together, exchanges."""
