print("linkup")
