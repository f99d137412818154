"""An S3 server (moto) that checks signatures and permissions, for as long as the input of this process is open.

First line of the output: where it is, keys that may do what .github/DEPLOY.md asks for, keys that may only read. Then, for
each line of the input, the answer to an operation on buckets by somebody who may do everything; of `requests`, what the
server was asked about a bucket."""

import json
import sys
from urllib.parse import unquote

import boto3
from moto import settings
from moto.moto_server.werkzeug_app import MotoRequestHandler
from moto.server import ThreadedMotoServer

asked = []
MotoRequestHandler.log_request = lambda handler, *_: asked.append(f"{handler.command} {unquote(handler.path)}")
server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
server.start()
address = "http://{}:{}".format(*server.get_host_and_port())


def client(service, key="nobody", secret="nobody"):
    return boto3.client(
        service, endpoint_url=address, region_name="us-east-1", aws_access_key_id=key, aws_secret_access_key=secret
    )


def keys(user, actions):
    iam = client("iam")
    iam.create_user(UserName=user)
    statement = {"Effect": "Allow", "Action": actions, "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam.put_user_policy(UserName=user, PolicyName=user, PolicyDocument=policy)
    made = iam.create_access_key(UserName=user)["AccessKey"]
    return made["AccessKeyId"], made["SecretAccessKey"]


def plain(value):
    return value.read().hex() if hasattr(value, "read") else str(value)


def answer(operation, arguments):
    if operation == "requests":
        return [request for request in list(asked) if f" /{arguments['Bucket']}/" in request]
    return getattr(owner, operation)(**arguments)


read = ["s3:GetObject", "s3:ListBucket"]
deployer = keys("deployer", [*read, "s3:PutObject", "s3:DeleteObject"])
reader = keys("reader", read)
owner = client("s3", *keys("owner", "s3:*"))
# From here on, who asks is looked at.
settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
print(json.dumps([address, deployer, reader]), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(*json.loads(line)), default=plain), flush=True)
