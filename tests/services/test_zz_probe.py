import time
async def test_a(services, database):
    from tests.databases import contents
    t=time.time()
    c = await contents(database)
    print(time.time()-t, {k:len(v) for k,v in c.items()})
async def test_b(services): pass
async def test_c(services): pass
